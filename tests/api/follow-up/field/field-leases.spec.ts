import { randomUUID } from 'node:crypto';
import { FieldPhone } from '../../../support/factories/field-phone.js';
import { casesToVisit } from '../../support/field-cases.js';
import { aScene, KRANJI, type Scene } from '../../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

const TKSK = 'tksk.bekasi-barat';

const casesIn = async (kelurahanCode: string): Promise<readonly string[]> =>
  (await casesToVisit(scene, 1, kelurahanCode)).caseIds;
const phoneOf = async (username: string) => new FieldPhone(await scene.person(username));
const stateOf = async (leaseId: string) => {
  const list = (await (await scene.person('dinsos.kepala')).get('/field/leases?ended=true')).body as {
    id: string;
    state: string;
  }[];
  return list.find(({ id }) => id === leaseId);
};

test('a lease holds the visits of one’s own territory with the least of a family, each noted as revealed', async () => {
  const [here = ''] = await casesIn(KRANJI);
  const [there = ''] = await casesIn('32.75.01.1001');
  const phone = await phoneOf(TKSK);
  const { body } = await phone.download();
  const ids = phone.lease.cases.map(({ id }) => id);
  expect(ids).toContain(here);
  expect(ids).not.toContain(there);
  const one = phone.lease.cases.find(({ id }) => id === here);
  expect(Object.keys(one ?? {}).sort()).toEqual(
    [
      ...['address', 'amountRupiah', 'artefactHash', 'deadlineOn', 'fullName', 'id', 'kelurahanName', 'kpmCode'],
      ...['openedOn', 'periodId', 'round', 'rtRw', 'taskId'],
    ].sort(),
  );
  expect(JSON.stringify(body)).not.toMatch(/"(nik\w*|kk|account\w*|birth\w+|motherName|outcomes)":/i);
  const noted = await scene.api.database.query<{ subject: string }[]>(
    `select a.subject_id as subject from audit_entry a join follow_up_case c on c.id = $2
       join entitlement e on e.id = c.entitlement_id and e.roster_row_id::text = a.subject_id
      where a.action = 'person.leased' and a.details ->> 'leaseId' = $1`,
    [phone.lease.id, here],
  );
  expect(noted).toHaveLength(1);
  expect(await stateOf(phone.lease.id)).toMatchObject({ state: 'out', cases: ids.length, deviceName: 'HP uji' });
});

test('downloading again leaves one lease; giving back ends it, again and again', async () => {
  await casesIn(KRANJI);
  const phone = await phoneOf(TKSK);
  await phone.download();
  const { id: before } = phone.lease;
  await phone.download();
  expect(await stateOf(before)).toMatchObject({ state: 'replaced' });
  const path = `/field/leases/${phone.lease.id}/return`;
  expect((await phone.act(path)).status).toBe(204);
  expect((await phone.act(path)).status).toBe(204);
  expect(await phone.act(`/field/leases/${phone.lease.id}/renew`)).toMatchObject({ code: 'FIELD_LEASE_ENDED' });
});

test('another phone, another secret and another officer are refused', async () => {
  await casesIn(KRANJI);
  const phone = await phoneOf(TKSK);
  await phone.download();
  const [one] = phone.lease.cases;
  if (one === undefined) throw new Error('a case');
  const visit = phone.visit(one);
  const { secret } = (await phoneOf(TKSK)).device;
  for (const device of [
    { ...phone.device, secret },
    { ...phone.device, id: randomUUID() },
  ]) {
    expect(await phone.sync([visit], { device })).toMatchObject({ status: 403, code: 'FIELD_DEVICE_FORGED' });
  }
  const other = await phoneOf('tksk.bekasi-timur');
  const stolen = { device: phone.device, sentAt: phone.now };
  const asOther = await other.person.post('/field/leases', { ...stolen, deviceName: 'HP lain' });
  expect(asOther).toMatchObject({ status: 403, code: 'FIELD_DEVICE_FORGED' });
  expect(await other.sync([visit], { ...stolen, leaseId: phone.lease.id })).toMatchObject({
    ...{ status: 404, code: 'FIELD_LEASE_UNKNOWN' },
  });
  expect(await (await scene.person('lurah.kranji')).post('/field/leases', {})).toMatchObject({ code: 'POWER_MISSING' });
});

test('a lease that was revoked, or ran out, sends nothing; the note can go with the next lease', async () => {
  await casesIn(KRANJI);
  const phone = await phoneOf(TKSK);
  await phone.download();
  const [one] = phone.lease.cases;
  if (one === undefined) throw new Error('a case');
  const visit = phone.visit(one);
  const head = await scene.person('dinsos.kepala');
  const path = `/field/leases/${phone.lease.id}/revoke`;
  expect((await phone.person.post(path, { reason: 'HP hilang' })).code).toBe('POWER_MISSING');
  expect((await head.post(path, { reason: 'HP hilang' })).status).toBe(204);
  expect((await head.post(path, { reason: 'HP hilang' })).code).toBe('FIELD_LEASE_ENDED');
  const answer = await phone.sync([visit]);
  expect(answer).toMatchObject({ status: 409, code: 'FIELD_LEASE_ENDED' });
  expect(answer.detail).toContain('Dicabut Dinsos');
  expect(await stateOf(phone.lease.id)).toMatchObject({ state: 'revoked', reason: 'HP hilang' });

  await phone.download();
  await scene.sql(`alter table field_lease disable trigger field_lease_life`);
  await scene.sql(`update field_lease set expires_at = now() - interval '1 minute' where id = $1 returning id`, [
    phone.lease.id,
  ]);
  await scene.sql(`alter table field_lease enable trigger field_lease_life`);
  expect(await phone.sync([visit])).toMatchObject({ status: 409, code: 'FIELD_LEASE_EXPIRED' });
  expect(await stateOf(phone.lease.id)).toMatchObject({ state: 'expired' });
  await phone.download();
  expect((await phone.results([visit]))[0]).toMatchObject({ result: 'recorded' });
});

test('who serves elsewhere loses the lease at the next contact', async () => {
  await casesIn(KRANJI);
  const phone = await phoneOf(TKSK);
  await phone.download();
  expect((await phone.act(`/field/leases/${phone.lease.id}/renew`)).status).toBe(200);
  await scene.api.database.query(`update follow_up_case set kelurahan_code = '32.75.01.1001' where id = $1`, [
    phone.lease.cases[0]?.id,
  ]);
  expect(await phone.act(`/field/leases/${phone.lease.id}/renew`)).toMatchObject({ code: 'FIELD_LEASE_ENDED' });
  expect(await stateOf(phone.lease.id)).toMatchObject({ state: 'office-lost' });
});

test('a case that was visited meanwhile leaves the phone with the next renewal', async () => {
  const [gone = ''] = await casesIn(KRANJI);
  await casesIn(KRANJI);
  const phone = await phoneOf(TKSK);
  await phone.download();
  const one = phone.lease.cases.find(({ id }) => id === gone);
  if (one === undefined) throw new Error('the case is there');
  await phone.results([phone.visit(one)]);
  const { caseIds } = (await phone.act(`/field/leases/${phone.lease.id}/renew`)).body as { caseIds: string[] };
  expect(caseIds).not.toContain(gone);
  expect(caseIds).toHaveLength(phone.lease.cases.length - 1);
});

test('without a mandate, or while it is suspended, nothing goes onto the phone, and nothing comes from it', async () => {
  const { caseIds, periodId } = await casesToVisit(scene);
  const phone = await phoneOf(TKSK);
  await phone.download();
  const one = phone.lease.cases.find(({ id }) => id === caseIds[0]);
  if (one === undefined) throw new Error('the case is there');
  await scene.sql(`update mandate set state = 'suspended' where period_id = $1 returning id`, [periodId]);
  const [refused] = await phone.results([phone.visit(one)]);
  expect(refused).toMatchObject({ result: 'refused', code: 'MANDATE_NOT_LIVE' });
  const { caseIds: left } = (await phone.act(`/field/leases/${phone.lease.id}/renew`)).body as { caseIds: string[] };
  expect(left).not.toContain(one.id);
  await phone.download();
  expect(phone.lease.cases.map(({ id }) => id)).not.toContain(one.id);
});
