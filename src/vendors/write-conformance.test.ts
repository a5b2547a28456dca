import { describe } from 'vitest';
import { subjects } from './test-kit/subjects.ts';
import { writeSuite } from './test-kit/write-suite.ts';

describe.each(subjects)('$vendor.name', writeSuite);
