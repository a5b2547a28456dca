import type { CaseDetail, QueueRow } from '#domain/case.ts';
import type { TracedCall } from '#store/engine/engine-port.ts';

const createdAt = Date.parse('2026-11-22T05:02:00Z');

/** For tests. */
export const sampleRow: QueueRow = {
  connectionId: 'iris',
  id: '412',
  number: '#412',
  kind: 'case',
  title: 'AiTM session theft and lateral move to SRV-FIN-07',
  status: { value: 'in-progress', raw: 'Containment' },
  severity: { value: 'critical', raw: 'Critical' },
  assignee: { id: '7', name: 'Mari Dahl' },
  tenant: 'Vidar Logistics',
  tags: ['aitm', 'lateral'],
  createdAt,
  updatedAt: createdAt + 3_600_000,
  closedAt: null,
  dueAt: null,
  expiresAt: null,
  alertCount: 31,
};

export const sampleDetail: CaseDetail = {
  row: sampleRow,
  description: { format: 'text', text: 'An adversary-in-the-middle page captured the session.' },
  fields: [
    { label: 'Customer', text: 'Vidar Logistics', kind: 'text' },
    { label: 'SOC ticket', text: 'INC-39877', kind: 'mono' },
    { label: 'Opened on', text: '2026-11-22T05:02:00.000Z', kind: 'instant', at: createdAt },
  ],
  consoleUrl: 'https://iris.example.com/case?cid=412',
};

export const sampleCall: TracedCall = {
  method: 'GET',
  url: 'https://iris.example.com/manage/cases/412?cid=412',
  answer: { case_id: 412, case_name: '#412 - AiTM' },
  curl: `curl 'https://iris.example.com/manage/cases/412?cid=412' -H "Authorization: Bearer $IRIS_API_KEY"`,
};
