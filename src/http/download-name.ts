const maxCharacters = 150;
/** What file systems take, with room for what a browser adds: ' (12)', '.crdownload'. */
const maxBytes = 220;

// Control characters, and those that turn the reading direction or show nothing: 'invoice_[RLO]fdp.exe'.
const unseen =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const separators = /[/\\]/;
const forbidden = /[<>:"|?*]/g;
/** Names that Windows keeps for devices, whatever stands after the dot. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** A file name that is a name and nothing else: no path, nothing hidden, no device. '' when nothing is left of it. */
export function cleanFileName(name: string): string {
  const last = name.replace(unseen, '').split(separators).at(-1) ?? '';
  const plain = last
    .replace(forbidden, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '');
  return shorten(plain.replace(device, '_$1'));
}

/** The ending stays: it is what people know a file by. */
function shorten(name: string): string {
  if (isShort(name)) return name;
  const ending = /\.[^. ]{1,12}$/.exec(name)?.[0] ?? '';
  const characters = [...name.slice(0, name.length - ending.length)].slice(0, maxCharacters);
  while (!isShort(characters.join('') + ending)) characters.pop();
  return characters.join('').trimEnd() + ending;
}

function isShort(name: string): boolean {
  return [...name].length <= maxCharacters && new TextEncoder().encode(name).byteLength <= maxBytes;
}
