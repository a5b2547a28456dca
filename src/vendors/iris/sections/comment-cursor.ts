/** How far the objects were asked, and which comments were found on them: '25:7,9'. */
export type CommentCursor = { asked: number; found: ReadonlySet<string> };

export function readCommentCursor(text: string | null): CommentCursor {
  const match = /^(\d{1,6}):([\d,]*)$/.exec(text ?? '');
  if (match === null) return { asked: 0, found: new Set() };
  return { asked: Number(match[1]), found: new Set((match[2] ?? '').split(',').filter(Boolean)) };
}

export function formatCommentCursor({ asked, found }: CommentCursor): string {
  return `${asked}:${[...found].join(',')}`;
}
