import { screen } from '@testing-library/react';
import type { Me, WebhookDelivery, WebhookEndpoint, WebhookSecret } from '../api/schemas';
import { bringWords } from '../shared/language/language';
import { anApi, good, refusal } from '../shared/testing/an-api';
import { openPage } from '../shared/testing/open-page';
import { DeliveriesTable } from './deliveries-table';
import { EndpointForm } from './endpoint-form';
import { EndpointsTable } from './endpoints-table';
import { SecretShown } from './secret-shown';

beforeAll(() => bringWords('webhooks'));

const ID = '6f1c2b1e-0000-4000-8000-000000000001';
const me = {
  ...{ officerId: ID, username: 'dinsos.kepala', fullName: 'Kepala', language: 'id', sandbox: false, standsFor: [] },
  ...{ now: '2023-05-02T03:00:00Z', powers: ['webhook:read', 'webhook:manage'] },
  appointments: [
    { id: ID, role: 'dinsos_head', officeName: 'Dinsos', territoryCode: '32.75', validFrom: '2020-01-01' },
  ],
} as Me;
const endpoint = (more: Partial<WebhookEndpoint> = {}): WebhookEndpoint => ({
  ...{ id: ID, territoryCode: '32.75', territoryName: 'Kota Bekasi', name: 'Sistem keuangan' },
  ...{ url: 'https://sikd.example.go.id/hook', types: ['order.sent', 'decree.ratified'], state: 'active' },
  ...{ cause: 'officer', formerUntil: null, awaySince: null, creator: 'Kepala', createdAt: '2023-05-02T03:00:00Z' },
  ...{ pending: 3, givenUp: 0, deliveredAt: null, acts: ['pause', 'end', 'ping', 'rotate'] },
  ...more,
});
const delivery = (more: Partial<WebhookDelivery> = {}): WebhookDelivery => ({
  ...{ id: ID, endpointId: ID, endpointName: 'Sistem keuangan', endpointState: 'active', territoryCode: '32.75' },
  ...{ type: 'case.closed', subjectId: ID, state: 'pending', attempts: 2, lastStatus: 503, lastFailure: null },
  ...{ nextAttemptAt: null, createdAt: '2023-05-02T03:00:00Z', closedAt: null },
  ...more,
});
const answering = (command: () => Response = () => good(null)) =>
  anApi(({ method, path }) => {
    if (path.endsWith('/me')) return good(me);
    return method === 'GET' ? good([]) : command();
  });
const nothing = (): void => undefined;

test('a list says what became of each receiver, and why', async () => {
  answering();
  await openPage(
    <EndpointsTable
      onSecret={nothing}
      endpoints={[
        endpoint({ awaySince: '2023-05-02T03:00:00Z' }),
        endpoint({ id: 'b', name: 'Sistem lain', state: 'paused', cause: 'failures', acts: ['resume'] }),
        endpoint({ id: 'c', name: 'Sistem lama', state: 'ended', cause: 'gone', acts: [] }),
      ]}
    />,
  );
  expect(await screen.findByText(/Tidak menerima apa pun sejak/)).toBeDefined();
  expect(screen.getByText(/otomatis, karena beberapa pengiriman/)).toBeDefined();
  expect(screen.getByText(/menjawab 410/)).toBeDefined();
  expect(screen.getAllByRole('button', { name: 'Tindakan' })).toHaveLength(2);
  // In the order in which they happen, whatever the order in which they were chosen.
  expect(screen.getAllByText('Penetapan disahkan, Perintah bayar dikirim')).toHaveLength(3);
});

test('a receiver is registered for chosen facts alone, and its secret is handed on', async () => {
  const api = answering(() => good({ id: ID, secret: 'whsec_abc' }));
  const secrets: WebhookSecret[] = [];
  const user = await openPage(
    <EndpointForm
      onSecret={(secret) => {
        secrets.push(secret);
      }}
      onClose={nothing}
    />,
  );
  await user.type(await screen.findByRole('textbox', { name: /Nama penerima/ }), 'Sistem keuangan');
  await user.type(screen.getByRole('textbox', { name: /Alamat/ }), 'https://sikd.example.go.id/hook');
  await user.click(screen.getByRole('button', { name: 'Daftarkan' }));
  expect(screen.getByText('Pilih sekurang-kurangnya satu fakta.')).toBeDefined();
  expect(api.sent('/endpoints')).toEqual([]);
  await user.click(screen.getByRole('checkbox', { name: 'Kasus ditutup' }));
  await user.click(screen.getByRole('button', { name: 'Daftarkan' }));
  expect(api.sent('/endpoints').map(({ body }) => body)).toEqual([
    {
      ...{ name: 'Sistem keuangan', url: 'https://sikd.example.go.id/hook', territoryCode: '32.75' },
      types: ['case.closed'],
    },
  ]);
  expect(secrets).toEqual([{ id: ID, secret: 'whsec_abc' }]);
});

test('a refused address is read where it was written', async () => {
  answering(() => refusal(422, 'WEBHOOK_ADDRESS', 'Ke alamat ini tidak dapat dikirim: harus https://.'));
  const user = await openPage(<EndpointForm onSecret={nothing} onClose={nothing} />);
  await user.type(await screen.findByRole('textbox', { name: /Nama penerima/ }), 'Sistem keuangan');
  await user.type(screen.getByRole('textbox', { name: /Alamat/ }), 'http://sikd.example.go.id');
  await user.click(screen.getByRole('checkbox', { name: 'Kasus ditutup' }));
  await user.click(screen.getByRole('button', { name: 'Daftarkan' }));
  expect(await screen.findByText(/harus https/)).toBeDefined();
});

test('an act says what follows before it is done', async () => {
  const api = answering();
  const user = await openPage(<EndpointsTable onSecret={nothing} endpoints={[endpoint()]} />);
  await user.click(await screen.findByRole('button', { name: 'Tindakan' }));
  await user.click(screen.getByRole('combobox', { name: 'Tindakan' }));
  await user.click(await screen.findByRole('option', { name: 'Akhiri' }));
  expect(screen.getByText(/tidak dapat diaktifkan kembali/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Akhiri' }));
  expect(api.sent('/end')).toHaveLength(1);
});

test('a secret is shown for copying', async () => {
  answering();
  await openPage(<SecretShown shown={{ id: ID, secret: 'whsec_abc' }} onClose={nothing} />);
  expect(await screen.findByDisplayValue('whsec_abc')).toBeDefined();
});

test('where a secret was answered before, the way to another is shown', async () => {
  answering();
  await openPage(<SecretShown shown={{ id: ID, secret: null }} onClose={nothing} />);
  expect(await screen.findByText(/gunakan Ganti kunci/)).toBeDefined();
});

test('the last answer is a status, or in words what kept it from arriving', async () => {
  answering();
  const failed = { lastStatus: null, lastFailure: 'ADDRESS_REFUSED', state: 'given_up' } as const;
  await openPage(
    <DeliveriesTable
      deliveries={[
        delivery(),
        delivery({ ...failed, id: 'b' }),
        delivery({ id: 'c', ...failed, lastFailure: 'EPROTO' }),
      ]}
    />,
  );
  expect(await screen.findByText('HTTP 503')).toBeDefined();
  expect(screen.getByText(/di jaringan dalam/)).toBeDefined();
  expect(screen.getByText('EPROTO')).toBeDefined();
});
