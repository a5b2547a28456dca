/** Why IRIS cannot do something, said the same way where it is offered and where it is refused. */
export const noSeverity = 'IRIS v2.0 keeps no severity of a case.';
export const noNobody =
  'A case in IRIS always has an owner: it can be given to somebody else, not to nobody.';
export const noComments =
  'IRIS keeps no comments on a case, only on its assets, notes, IOCs, tasks, evidence and events. Words on the case go into a note.';
export const noReplies = 'IRIS has no replies.';
export const readOnly = 'The owner of this API key may only read this case in IRIS.';
export const noRight =
  'IRIS did not let the owner of this API key change this case: it may only be read, or is no longer there.';

/** What IRIS could do with a case and Casefold never does. */
export const withheld = [
  {
    label: 'Delete the case',
    reason: 'IRIS v2.0 deletes the links between assets and IOCs of all other cases together with a case.',
  },
  {
    label: 'Delete a group of notes',
    reason: 'Where one of its notes was commented, IRIS fails half-way and leaves the notes without a group.',
  },
] as const;
