import { lazy } from 'react';
import { WhenFirstOpen } from '#ui/panes/when-first-open.tsx';
import { useIsToastPlaceNeeded } from './toast.ts';

const ToastList = lazy(() => import('./toast-list.tsx').then(module => ({ default: module.ToastList })));

export function ToastPlace() {
  return (
    <WhenFirstOpen isOpen={useIsToastPlaceNeeded()}>
      <ToastList />
    </WhenFirstOpen>
  );
}
