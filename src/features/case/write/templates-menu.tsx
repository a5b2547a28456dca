import { History } from 'lucide-react';
import type { LedgerLine } from '#store/outbox/ledger-line.ts';
import { textOf } from '#store/write/describe-change.ts';
import { useLedger } from '#store/write/writes.ts';
import { MenuButton } from '#ui/panes/menu-button.tsx';
import { showHidden } from '#ui/text/hidden-characters.ts';

const mostTemplates = 5;
const shownLength = 60;

/** My last texts, to begin a new one with. */
export function TemplatesMenu({ onPick }: { onPick: (text: string) => void }) {
  const { data } = useLedger();
  const texts = lastTexts(data ?? []);
  if (texts.length === 0) return null;
  return (
    <MenuButton
      label="My last texts"
      icon={<History size={14} aria-hidden />}
      size="small"
      sections={[
        {
          heading: 'Insert one of my last texts',
          entries: texts.map((text, index) => ({
            label: `${index + 1} ${excerpt(text)}`,
            onSelect: () => onPick(text),
          })),
        },
      ]}
    />
  );
}

/** The newest first, each once. */
function lastTexts(ledger: readonly LedgerLine[]): readonly string[] {
  const texts = ledger.flatMap(({ command }) =>
    command.change.name === 'post' ? textOf(command.change) : [],
  );
  return [...new Set(texts)].filter(text => text.trim() !== '').slice(0, mostTemplates);
}

function excerpt(text: string): string {
  const line = showHidden(text.replace(/\s+/g, ' ').trim());
  return line.length > shownLength ? `${line.slice(0, shownLength)}…` : line;
}
