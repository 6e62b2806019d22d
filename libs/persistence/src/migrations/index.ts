import { CreateTables1700000000000 } from './1700000000000-create-tables.js';
import { GuardRecords1700000000001 } from './1700000000001-guard-records.js';
import { MandateLedger1700000000010 } from './1700000000010-mandate-ledger.js';
import { TaskLife1700000000011 } from './1700000000011-task-life.js';
import { TaskChain1700000000020 } from './1700000000020-task-chain.js';
import { Notifications1700000000030 } from './1700000000030-notifications.js';
import { NotificationChannels1700000000031 } from './1700000000031-notification-channels.js';
import { Escalation1700000000040 } from './1700000000040-escalation.js';
import { Approvals1700000000050 } from './1700000000050-approvals.js';
import { OwnHousehold1700000000051 } from './1700000000051-own-household.js';
import { TaskAttachments1700000000052 } from './1700000000052-task-attachments.js';
import { InboxFilters1700000000053 } from './1700000000053-inbox-filters.js';
import { ArtefactViews1700000000054 } from './1700000000054-artefact-views.js';
import { Urgency1700000000055 } from './1700000000055-urgency.js';
import { Organisation1700000000060 } from './1700000000060-organisation.js';
import { OfficeDelegation1700000000070 } from './1700000000070-office-delegation.js';
import { HandOver1700000000071 } from './1700000000071-hand-over.js';
import { TaskMoves1700000000080 } from './1700000000080-task-moves.js';
import { Diaries1700000000090 } from './1700000000090-diaries.js';

/** In order; a landed migration is never edited, only followed by another. */
export const MIGRATIONS = [
  CreateTables1700000000000,
  GuardRecords1700000000001,
  MandateLedger1700000000010,
  TaskLife1700000000011,
  TaskChain1700000000020,
  Notifications1700000000030,
  NotificationChannels1700000000031,
  Escalation1700000000040,
  Approvals1700000000050,
  OwnHousehold1700000000051,
  TaskAttachments1700000000052,
  InboxFilters1700000000053,
  ArtefactViews1700000000054,
  Urgency1700000000055,
  Organisation1700000000060,
  OfficeDelegation1700000000070,
  HandOver1700000000071,
  TaskMoves1700000000080,
  Diaries1700000000090,
];
