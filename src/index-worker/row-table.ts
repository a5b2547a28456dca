import type { CaseRef, QueueRow } from '#domain/case.ts';
import type { ColumnData } from './column-data.ts';
import { appendColumns, type Columns, createColumns } from './columns.ts';
import { grownUint8 } from './growth.ts';

/**
 * The rows and where they are. A removed row keeps its slot, so that a frozen order that holds the slot finds the row
 * again should it come back; the index moves everything to a fresh table when too many slots are dead.
 */
export class RowTable {
  readonly columns: Columns = createColumns();
  slotCount = 0;
  liveCount = 0;
  /** 1 while the slot's row exists. */
  isLive: Uint8Array = new Uint8Array(0);
  readonly #heldByConnection = new Map<string, number>();
  /** Connection id → row id → slot. */
  readonly #slots = new Map<string, Map<string, number>>();

  held(connectionId: string): number {
    return this.#heldByConnection.get(connectionId) ?? 0;
  }

  /** The slot of a row that exists; -1 when there is none. */
  slotOf(ref: CaseRef): number {
    const slot = this.#slotsOf(ref.connectionId).get(ref.id);
    return slot !== undefined && this.isLive[slot] === 1 ? slot : -1;
  }

  liveSlotsOf(connectionId: string): number[] {
    return [...this.#slotsOf(connectionId).values()].filter(slot => this.isLive[slot] === 1);
  }

  idAt(slot: number): string {
    return this.columns.ids[slot] as string;
  }

  refAt(slot: number): CaseRef {
    return { connectionId: this.columns.codes.connectionId.get(slot), id: this.idAt(slot) };
  }

  rowAt(slot: number): QueueRow {
    const { codes, numbers } = this.columns;
    return {
      connectionId: codes.connectionId.get(slot),
      id: this.idAt(slot),
      number: codes.number.get(slot),
      kind: codes.kind.get(slot),
      title: codes.title.get(slot),
      status: { value: codes.status.get(slot), raw: codes.statusRaw.get(slot) },
      severity: { value: codes.severity.get(slot), raw: codes.severityRaw.get(slot) },
      assignee: codes.assignee.get(slot),
      tenant: codes.tenant.get(slot),
      tags: codes.tags.get(slot),
      createdAt: numbers.createdAt.get(slot),
      updatedAt: numbers.updatedAt.get(slot),
      closedAt: numbers.closedAt.get(slot),
      dueAt: numbers.dueAt.get(slot),
      expiresAt: numbers.expiresAt.get(slot),
      alertCount: numbers.alertCount.get(slot),
    };
  }

  /** Answers the slot when the row is new or says something new, else -1. */
  upsert(row: QueueRow): number {
    const slots = this.#slotsOf(row.connectionId);
    const known = slots.get(row.id);
    const slot = known ?? this.slotCount++;
    const wasLive = known !== undefined && this.isLive[slot] === 1;
    const isChanged = this.#write(slot, row);
    if (wasLive) return isChanged ? slot : -1;
    slots.set(row.id, slot);
    this.columns.ids[slot] = row.id;
    this.isLive = grownUint8(this.isLive, slot + 1);
    this.isLive[slot] = 1;
    this.#count(row.connectionId, 1);
    return slot;
  }

  /** Adds rows of which none is held, each once. */
  append(data: ColumnData): void {
    const from = this.slotCount;
    appendColumns(this.columns, from, data);
    this.slotCount += data.ids.length;
    this.isLive = grownUint8(this.isLive, this.slotCount);
    this.isLive.fill(1, from, this.slotCount);
    for (let slot = from; slot < this.slotCount; slot++) {
      const connectionId = this.columns.codes.connectionId.get(slot);
      this.#slotsOf(connectionId).set(this.idAt(slot), slot);
      this.#count(connectionId, 1);
    }
  }

  remove(slot: number): void {
    this.isLive[slot] = 0;
    this.#count(this.columns.codes.connectionId.get(slot), -1);
  }

  #count(connectionId: string, change: 1 | -1): void {
    this.liveCount += change;
    this.#heldByConnection.set(connectionId, this.held(connectionId) + change);
  }

  #write(slot: number, row: QueueRow): boolean {
    const { codes, numbers } = this.columns;
    const changes = [
      codes.connectionId.set(slot, row.connectionId),
      codes.number.set(slot, row.number),
      codes.title.set(slot, row.title),
      codes.kind.set(slot, row.kind),
      codes.status.set(slot, row.status.value),
      codes.statusRaw.set(slot, row.status.raw),
      codes.severity.set(slot, row.severity.value),
      codes.severityRaw.set(slot, row.severity.raw),
      codes.assignee.set(slot, row.assignee),
      codes.tenant.set(slot, row.tenant),
      codes.tags.set(slot, withoutRepeats(row.tags)),
      numbers.createdAt.set(slot, row.createdAt),
      numbers.updatedAt.set(slot, row.updatedAt),
      numbers.closedAt.set(slot, row.closedAt),
      numbers.dueAt.set(slot, row.dueAt),
      numbers.expiresAt.set(slot, row.expiresAt),
      numbers.alertCount.set(slot, row.alertCount),
    ];
    return changes.includes(true);
  }

  #slotsOf(connectionId: string): Map<string, number> {
    let slots = this.#slots.get(connectionId);
    if (slots === undefined) {
      slots = new Map();
      this.#slots.set(connectionId, slots);
    }
    return slots;
  }
}

function withoutRepeats(tags: readonly string[]): readonly string[] {
  return tags.length < 2 || new Set(tags).size === tags.length ? tags : [...new Set(tags)];
}
