type EventPath = { type: string; timestamp: string; customerId: string; eventId: string };

/** `AGGR/1763798400000/2171/17` as the four words of the event's path; null where an id is made otherwise. */
export function parseEventId(id: string): EventPath | null {
  const match = /^([A-Z]{2,12})\/(\d{1,16})\/(\d{1,15})\/((?!\.{1,2}$)[\w.-]{1,200})$/.exec(id);
  if (match === null) return null;
  const [, type = '', timestamp = '', customerId = '', eventId = ''] = match;
  return { type, timestamp, customerId, eventId };
}
