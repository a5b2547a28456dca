/** 'assignedTech' as people write it: 'assigned tech'. */
export function spellOut(word: string): string {
  return word.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

/** 'SUBMITTED_BY_TECH' as people write it: 'Submitted by tech'. */
export function sayFlag(flag: string): string {
  const words = flag.replaceAll('_', ' ').trim().toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
