import { lazy } from 'react';
import type { SheetProps } from './drawer-sheet.tsx';
import { WhenFirstOpen } from './when-first-open.tsx';

const DrawerSheet = lazy(() =>
  import('./drawer-sheet.tsx').then(module => ({ default: module.DrawerSheet })),
);

/** Slides over the page where there is no room beside it. */
export function Sheet(props: SheetProps) {
  return (
    <WhenFirstOpen isOpen={props.isOpen}>
      <DrawerSheet {...props} />
    </WhenFirstOpen>
  );
}
