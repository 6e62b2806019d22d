import { Writable } from 'node:stream';
import pino from 'pino';
import { withoutValues } from './logger-options.js';

test('an error of the database is logged without the values that were sent', () => {
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  const { wrapErrorSerializer } = pino.stdSerializers;
  const logger = pino({ serializers: { err: wrapErrorSerializer(withoutValues as never) } }, stream);
  const values = {
    query: 'insert into roster_row …',
    parameters: ['3275020000000001'],
    detail: 'Key (x)=(Siti Aminah)',
  };
  const failed = Object.assign(new Error('deadlock detected'), { code: '40P01', ...values, driverError: values });
  logger.error({ err: failed }, 'request failed');
  const [line = ''] = lines;
  expect(JSON.parse(line)).toMatchObject({ err: { type: 'Error', message: 'deadlock detected', code: '40P01' } });
  for (const value of ['3275020000000001', 'Siti Aminah', 'insert into']) expect(line).not.toContain(value);
});
