import { eventBody, eventType } from './webhook-fact.js';

const FACT = {
  ...{ id: '6f0d7a1e-0000-4000-8000-000000000001', type: 'decree.ratified' },
  ...{ subjectId: '6f0d7a1e-0000-4000-8000-000000000002', occurredAt: new Date('2023-07-03T02:00:00Z') },
  data: { territoryCode: '32.75', families: 2, amountRupiah: '400000' },
};

test('a fact travels in the envelope of CloudEvents 1.0', () => {
  expect(JSON.parse(eventBody(FACT, 'https://amanah.example.go.id'))).toEqual({
    ...{ specversion: '1.0', id: FACT.id, source: 'https://amanah.example.go.id', subject: FACT.subjectId },
    ...{ type: 'id.amanah.decree.ratified.v1', time: '2023-07-03T02:00:00.000Z', datacontenttype: 'application/json' },
    data: FACT.data,
  });
});

test('the same fact is the same text each time', () => {
  expect(eventBody({ ...FACT }, 'urn:a')).toBe(eventBody(FACT, 'urn:a'));
  expect(eventType('case.closed')).toBe('id.amanah.case.closed.v1');
});
