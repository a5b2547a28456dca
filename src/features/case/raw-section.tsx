import { useState } from 'react';
import type { TracedCall } from '#store/engine/engine-port.ts';
import { CaseSection, SkeletonLines } from './case-section.tsx';
import { RawCall } from './raw-call.tsx';
import classes from './raw-section.module.css';

/** The calls of one section. */
export type CallGroup = { title: string; calls: readonly TracedCall[] };

type RawSectionProps = { groups: readonly CallGroup[]; badge: string; isReading: boolean };

/** What the vendor sent, and the calls that asked for it. */
export function RawSection({ groups, badge, isReading }: RawSectionProps) {
  return (
    <CaseSection title="Raw" support={`JSON, as ${badge} sent it`}>
      {groups.length > 0 ? null : isReading ? (
        <SkeletonLines count={3} />
      ) : (
        <p className={classes['none']}>Nothing was read from {badge}.</p>
      )}
      {groups.map(({ title, calls }) => (
        <CallList key={title} title={title} calls={calls} />
      ))}
    </CaseSection>
  );
}

const shownCalls = 20;

function CallList({ title, calls }: CallGroup) {
  const [isWhole, setWhole] = useState(false);
  const hidden = isWhole ? 0 : Math.max(0, calls.length - shownCalls);
  return (
    <div>
      <h3 className={classes['title']}>{title}</h3>
      <ul className={classes['calls']}>
        {calls.slice(0, calls.length - hidden).map((call, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same call may have been made twice, and none changes its place
          <li key={index}>
            <RawCall call={call} />
          </li>
        ))}
      </ul>
      {hidden === 0 ? null : (
        <button type="button" className={classes['more']} onClick={() => setWhole(true)}>
          Show {hidden.toLocaleString('en')} more calls
        </button>
      )}
    </div>
  );
}
