/** Ports on which something else than HTTP usually listens. */
const otherPorts = new Set([
  '21',
  '22',
  '23',
  '25',
  '53',
  '110',
  '143',
  '389',
  '3306',
  '5432',
  '6379',
  '11211',
]);

/**
 * Reads an address that somebody typed: an origin alone, https unless it is this machine itself.
 * Answers the origin in its one normal form, or a sentence that says what is wrong.
 */
export function readOrigin(text: string): { origin: string } | { problem: string } {
  const typed = text.trim();
  if (!URL.canParse(typed)) return { problem: 'Give the whole address: https://host.' };
  const url = new URL(typed);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopbackHost(url.hostname))) {
    return { problem: 'The address must begin with https://.' };
  }
  if (url.username !== '' || url.password !== '')
    return { problem: 'The address holds no user name or password.' };
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || /[?#\\]/.test(typed)) {
    return { problem: 'The address ends with the host or port: no path.' };
  }
  if (otherPorts.has(url.port)) return { problem: 'This port is not one a web server listens on.' };
  return { origin: url.origin };
}

/** Is a URL's host name this machine itself? */
export function isLoopbackHost(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
  );
}
