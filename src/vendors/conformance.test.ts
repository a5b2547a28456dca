import { describe } from 'vitest';
import { checkSuite } from './test-kit/check-suite.ts';
import { detailSuite } from './test-kit/detail-suite.ts';
import { driftSuite } from './test-kit/drift-suite.ts';
import { faultSuite } from './test-kit/fault-suite.ts';
import { pullSuite } from './test-kit/pull-suite.ts';
import { resumeSuite } from './test-kit/resume-suite.ts';
import { subjects } from './test-kit/subjects.ts';
import { versionSuite } from './test-kit/version-suite.ts';

describe.each(subjects)('$vendor.name', subject => {
  pullSuite(subject);
  resumeSuite(subject);
  detailSuite(subject);
  checkSuite(subject);
  faultSuite(subject);
  driftSuite(subject);
  if (subject.vendor.id === 'iris') versionSuite(subject);
});
