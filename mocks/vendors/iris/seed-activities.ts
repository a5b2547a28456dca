import type { IrisCase } from './records.ts';
import { capitalize, type IrisState } from './state.ts';

type Done = { at: number; userId: number; text: string };

/** What IRIS logged while the case was filled, oldest first: in UTC, whatever the server's clock is. */
export function tellActivities(state: IrisState, item: IrisCase, epoch: number): void {
  const offsetMs = state.variant.serverOffsetMinutes * 60_000;
  const own = <Row extends { caseId: number }>(rows: readonly Row[]) =>
    rows.filter(row => row.caseId === item.id);
  const done: Done[] = [
    { at: item.createdAt, userId: item.openedById, text: `new case "${item.name}" created` },
    ...own(state.assets).map(asset => ({
      at: asset.addedAt,
      userId: asset.userId,
      text: `added asset "${asset.name}"`,
    })),
    ...own(state.notes).map(note => ({
      at: note.createdAt,
      userId: note.userId,
      text: `added note "${note.title}"`,
    })),
    ...own(state.events).map(event => ({
      at: event.addedAt,
      userId: event.userId,
      text: `added event "${event.title}"`,
    })),
    ...own(state.tasks).map(task => ({
      at: task.openedAt - offsetMs,
      userId: task.openedById,
      text: `added task "${task.title}"`,
    })),
    ...own(state.evidences).map(evidence => ({
      at: evidence.addedAt - offsetMs,
      userId: evidence.userId,
      text: `added evidence "${evidence.filename}"`,
    })),
    ...own(state.files).map(file => ({
      at: file.addedAt - offsetMs,
      userId: file.userId,
      text: `file "${file.name}" added to ds`,
    })),
  ];
  for (const { at, userId, text } of done.sort((one, other) => one.at - other.at)) {
    state.activities.push({
      id: state.nextId('activity'),
      caseId: item.id,
      text: capitalize(text),
      userId,
      at: Math.min(at, epoch),
      isFromApi: false,
    });
  }
}
