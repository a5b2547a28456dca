import { Ellipsis } from 'lucide-react';
import type { CaseRef } from '#domain/case.ts';
import { CopyMenuButton } from '#ui/panes/copy-menu-button.tsx';
import { useCaseLink } from './use-case-link.ts';

export function CopyMenu({ caseRef }: { caseRef: CaseRef }) {
  const link = useCaseLink(caseRef);
  const entries = [
    { label: 'Copy link', text: () => link },
    { label: 'Copy id', text: () => caseRef.id },
  ];
  return <CopyMenuButton label="More" icon={Ellipsis} iconPx={16} entries={entries} />;
}
