export type FoundBrowser = { path: string | null; name: string };
export function findBrowser(): FoundBrowser | null;
export function findOrInstallBrowser(): FoundBrowser;
