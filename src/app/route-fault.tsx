import { useRouteError } from 'react-router';
import { BrokenPage } from './broken-page.tsx';

export function RouteFault() {
  return <BrokenPage error={useRouteError()} resetErrorBoundary={() => location.reload()} />;
}
