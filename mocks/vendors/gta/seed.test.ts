import { expect, test } from 'vitest';
import { scenarioNow } from '../../simulator.ts';
import { createGtaSimulator } from './handlers.ts';
import { seedRecords } from './seed.ts';
import { dayMs } from './seed-threat.ts';

test.each([0, 3, 424, 2220])('%i records asked for are %i alerts in the list', size => {
  const simulator = createGtaSimulator({
    origin: 'https://gta.test',
    scenario: 'large',
    epoch: scenarioNow,
    now: () => scenarioNow,
    size,
  });
  expect(simulator.count()).toBe(size);
});

test('the same options give the same records', () => {
  const options = { epoch: scenarioNow, size: 100 };
  expect(seedRecords(options)).toEqual(seedRecords(options));
});

test('the stories come first, under ids that people can say', () => {
  const { alerts, detections, catalogue } = seedRecords({ epoch: scenarioNow, size: 424 });
  const titles = alerts.slice(0, 3).map(alert => {
    const detection = detections.find(candidate => candidate.alertIds.includes(alert.id));
    return catalogue.find(record => record.id === detection?.threatIntelRecordId)?.title;
  });
  expect(titles).toEqual(['Cobalt Strike beacon', 'Banking trojan traffic', 'Cryptomining: stratum traffic']);
  expect(alerts[0]?.id).toMatch(/^c41f.{56}9e2a$/);
});

test('some alerts age out within the next day', () => {
  const { detections } = seedRecords({ epoch: scenarioNow, size: 424 });
  const leaving = detections.filter(detection => {
    const leavesAt = detection.modifiedAt + 45 * dayMs;
    return leavesAt > scenarioNow && leavesAt <= scenarioNow + dayMs;
  });
  expect(leaving.length).toBeGreaterThan(3);
});

test('no alert changed before it was triggered, and sequence numbers are unique', () => {
  const { alerts, detections, events, flows } = seedRecords({ epoch: scenarioNow, size: 424 });
  expect(alerts.filter(alert => alert.modifiedAt < alert.triggeredAt)).toEqual([]);
  const numbers = [...detections, ...events, ...flows].map(item => item.sequence);
  expect(new Set(numbers).size).toBe(numbers.length);
});
