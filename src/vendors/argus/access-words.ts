/** What the vendor's page "Understanding case access" says. A word that is not there is not explained. */

type Access = { level: string | null; role: string | null };

const levels: Readonly<Record<string, string>> = {
  read: 'Nothing',
  write:
    'Status, priority, category, reference and assigned user; comments, tags and attachments. Not subject, description and access',
  owner: 'Everything, subject, description and access included',
};

const techs = 'Internal comments, workflows and deleted records too';
const roles: Readonly<Record<string, string>> = {
  user: 'No internal comments, workflows and deleted records',
  tech: techs,
  admin: techs,
};

const modes: Readonly<Record<string, string>> = {
  roleBased: 'whoever has a role for the customer and the service, and whoever is on the access list',
  writeRestricted:
    'whoever has a role for the service may read; techs, and those listed with write, may change',
  readRestricted: 'techs, and of the customer only whoever is on the access list',
  explicit: 'only the reporter and whoever is on the access list, techs not excepted',
};

/** What `currentUserAccess` lets the owner of this key change; null where the vendor's word is not known. */
export function sayMayChange({ level }: Access): string | null {
  return find(levels, level);
}

export function saySees({ role }: Access): string | null {
  return find(roles, role);
}

/** 'explicit: only …'; the word alone where it is not known. */
export function sayAccessMode(mode: string | null): string | null {
  const meaning = find(modes, mode);
  return meaning === null ? mode : `${mode}: ${meaning}`;
}

function find(words: Readonly<Record<string, string>>, word: string | null): string | null {
  return word !== null && Object.hasOwn(words, word) ? (words[word] ?? null) : null;
}
