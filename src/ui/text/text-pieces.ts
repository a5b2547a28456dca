import type { ReactNode } from 'react';

/** A stretch of text, or what stands in its place. */
export type TextPiece = { text: string; mark: ReactNode };

/** Cuts a text into pieces; their texts joined are the text. A piece whose mark is null stays text. */
export type DivideText = (text: string) => readonly TextPiece[];
