import { describe } from 'vitest';
import { sectionSuite } from './test-kit/section-suite.ts';
import { subjects } from './test-kit/subjects.ts';

describe.each(subjects)('$vendor.name', sectionSuite);
