/** IRIS keeps 256 characters, its '#ID - ' among them; a case with more cannot be seen by anybody. */
export const nameLimit = 240;

/** A MiB leaves this browser at once; a character takes at most three bytes of it. */
export const textLimit = 300_000;

export const logLimit = 10_000;
export const noteTitleLimit = 154;
