import { useState } from 'react';
import type { TracedCall } from '#store/engine/engine-port.ts';
import { CaseSection, SkeletonLines } from './case-section.tsx';
import { RawCall } from './raw-call.tsx';
import classes from './raw-section.module.css';

/** The calls of one section. */
export type CallGroup = { title: string; calls: readonly TracedCall[] };

/** Which calls are open, by section and place: kept from one case to the next. */
export type OpenCalls = { has: (name: string) => boolean; toggle: (name: string) => void };

type RawSectionProps = {
  groups: readonly CallGroup[];
  badge: string;
  isReading: boolean;
  open: OpenCalls;
};

/** What the vendor sent, and the calls that asked for it. */
export function RawSection({ groups, badge, isReading, open }: RawSectionProps) {
  return (
    <CaseSection title="Raw" support={`JSON, as ${badge} sent it`}>
      {groups.length > 0 ? null : isReading ? (
        <SkeletonLines count={3} />
      ) : (
        <p className={classes['none']}>Nothing was read from {badge}.</p>
      )}
      {groups.map(({ title, calls }) => (
        <CallList key={title} title={title} calls={calls} open={open} />
      ))}
    </CaseSection>
  );
}

const shownCalls = 20;

function CallList({ title, calls, open }: CallGroup & { open: OpenCalls }) {
  const [isWhole, setWhole] = useState(false);
  const hidden = isWhole ? 0 : Math.max(0, calls.length - shownCalls);
  return (
    <div>
      <h3 className={classes['title']}>{title}</h3>
      <ul className={classes['calls']}>
        {calls.slice(0, calls.length - hidden).map((call, index) => {
          const name = `${title} ${index}`;
          return (
            <li key={name}>
              <RawCall call={call} isOpen={open.has(name)} onToggle={() => open.toggle(name)} />
            </li>
          );
        })}
      </ul>
      {hidden === 0 ? null : (
        <button type="button" className={classes['more']} onClick={() => setWhole(true)}>
          Show {hidden.toLocaleString('en')} more calls
        </button>
      )}
    </div>
  );
}
