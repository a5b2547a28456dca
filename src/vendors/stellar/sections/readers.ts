import type { SectionReaders } from '#http/sections.ts';
import type { CaseAccess } from '../case-access.ts';
import type { People } from '../people.ts';
import { createAlerts } from './alerts.ts';
import { createComments } from './comments.ts';
import { createHistory } from './history.ts';
import { createObservables } from './observables.ts';
import { createSummary } from './summary.ts';

export function createReaders(access: CaseAccess, people: People): SectionReaders {
  return {
    summary: createSummary(access),
    observables: createObservables(access),
    alerts: createAlerts(access),
    comments: createComments(access, people),
    history: createHistory(access, people),
  };
}
