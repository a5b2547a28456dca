import type { ColumnLayout } from '#domain/view.ts';

const leastPx = 34;
const mostPx = 900;

function base(order: readonly string[], layout: ColumnLayout | null): ColumnLayout {
  return { order, widths: layout?.widths ?? {}, pinned: layout?.pinned ?? [] };
}

/** Changes to the columns of a view. The first change fixes the columns that were shown then. */
export const changeLayout = {
  move(order: readonly string[], layout: ColumnLayout | null, id: string, step: -1 | 1): ColumnLayout {
    const from = order.indexOf(id);
    const to = from + step;
    if (from < 0 || to < 0 || to >= order.length) return base(order, layout);
    const next = [...order];
    next.splice(from, 1);
    next.splice(to, 0, id);
    return base(next, layout);
  },
  hide(order: readonly string[], layout: ColumnLayout | null, id: string): ColumnLayout {
    const { widths, pinned } = base(order, layout);
    return {
      order: order.filter(other => other !== id),
      widths,
      pinned: pinned.filter(other => other !== id),
    };
  },
  show(order: readonly string[], layout: ColumnLayout | null, id: string): ColumnLayout {
    return base([...order.filter(other => other !== id), id], layout);
  },
  pin(order: readonly string[], layout: ColumnLayout | null, id: string): ColumnLayout {
    const now = base(order, layout);
    const pinned = now.pinned.includes(id) ? now.pinned.filter(other => other !== id) : [...now.pinned, id];
    return { ...now, pinned };
  },
  resize(order: readonly string[], layout: ColumnLayout | null, id: string, px: number): ColumnLayout {
    const now = base(order, layout);
    return { ...now, widths: { ...now.widths, [id]: Math.min(mostPx, Math.max(leastPx, px)) } };
  },
};
