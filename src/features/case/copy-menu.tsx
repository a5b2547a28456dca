import { Check, Ellipsis, X } from 'lucide-react';
import type { CaseRef } from '#domain/case.ts';
import { MenuButton } from '#ui/panes/menu-button.tsx';
import { useCopy } from '#ui/text/copy-text.ts';
import { useCaseLink } from './use-case-link.ts';

const icons = { idle: Ellipsis, copied: Check, refused: X };
const words = { idle: '', copied: 'Copied', refused: 'The browser did not allow copying' };

export function CopyMenu({ caseRef }: { caseRef: CaseRef }) {
  const { state, copy } = useCopy();
  const link = useCaseLink(caseRef);
  const Icon = icons[state];
  return (
    <>
      <MenuButton
        label="More"
        icon={<Icon size={16} aria-hidden />}
        sections={[
          {
            heading: '',
            entries: [
              { label: 'Copy link', onSelect: () => copy(link) },
              { label: 'Copy id', onSelect: () => copy(caseRef.id) },
            ],
          },
        ]}
      />
      <span className="cf-unseen" role="status">
        {words[state]}
      </span>
    </>
  );
}
