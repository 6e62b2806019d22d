import { verifyAuditFile } from '#files';
import { aSealedTrail } from '../../support/factories/sealed-trail.js';
import { upgraded } from '../../support/servers/earlier-database.js';

const POLICY = `insert into policy_version (programme, version, content_hash, parameters, loaded_at)
  values ('sembako', 1, 'hash', '{}', now())`;
const ENTRY = `insert into audit_entry (action, subject_type, subject_id, occurred_at) values ('earlier', 'spec', '1', now())`;

test('policies and bank answers of before are records from now on', () =>
  upgraded('MoreRecords', [POLICY], async (database) => {
    expect(await database.query('select programme from policy_version')).toEqual([{ programme: 'sembako' }]);
    await expect(database.query(`update policy_version set version = 2`)).rejects.toThrow('append-only');
    await expect(database.query('delete from bank_answer')).rejects.toThrow('append-only');
  }));

test('what the trail held before is sealed first', () =>
  upgraded('AuditSeals', [ENTRY, ENTRY], async (source) => {
    const trail = aSealedTrail({ source });
    expect(await trail.seal()).toBe(2);
    expect(await verifyAuditFile(await trail.exported())).toMatchObject({ entries: 2, seals: 1, findings: [] });
  }));
