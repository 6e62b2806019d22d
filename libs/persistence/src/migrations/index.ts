import { CreateTables1700000000000 } from './1700000000000-create-tables.js';
import { GuardRecords1700000000001 } from './1700000000001-guard-records.js';
import { MandateLedger1700000000010 } from './1700000000010-mandate-ledger.js';
import { TaskLife1700000000011 } from './1700000000011-task-life.js';
import { TaskChain1700000000020 } from './1700000000020-task-chain.js';
import { Notifications1700000000030 } from './1700000000030-notifications.js';
import { Escalation1700000000040 } from './1700000000040-escalation.js';

/** In order; a landed migration is never edited, only followed by another. */
export const MIGRATIONS = [
  CreateTables1700000000000,
  GuardRecords1700000000001,
  MandateLedger1700000000010,
  TaskLife1700000000011,
  TaskChain1700000000020,
  Notifications1700000000030,
  Escalation1700000000040,
];
