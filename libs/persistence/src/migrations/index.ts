import { Baseline1800000000000 } from './1800000000000-baseline.js';
import { LedgerOfParts1800000100000 } from './1800000100000-ledger-of-parts.js';
import { BankAnswers1800000200000 } from './1800000200000-bank-answers.js';
import { CaseMoney1800000300000 } from './1800000300000-case-money.js';
import { OnePaymentAMonth1800000400000 } from './1800000400000-one-payment-a-month.js';
import { DocumentNumbers1800000450000 } from './1800000450000-document-numbers.js';
import { DemoOfficers1800000500000 } from './1800000500000-demo-officers.js';
import { Attempts1800000510000 } from './1800000510000-attempts.js';
import { Sessions1800000520000 } from './1800000520000-sessions.js';
import { ConfirmedPosts1800000530000 } from './1800000530000-confirmed-posts.js';
import { RosterImport1800000600000 } from './1800000600000-roster-import.js';
import { MoreRecords1800000700000 } from './1800000700000-more-records.js';
import { AuditSeals1800000710000 } from './1800000710000-audit-seals.js';
import { AuditFilters1800000720000 } from './1800000720000-audit-filters.js';
import { EndedByTwo1800000730000 } from './1800000730000-ended-by-two.js';
import { Budget1800000800000 } from './1800000800000-budget.js';
import { TreasuryDeposits1800000810000 } from './1800000810000-treasury-deposits.js';
import { Families1800000850000 } from './1800000850000-families.js';
import { FamilyNames1800000860000 } from './1800000860000-family-names.js';
import { FamilyChanges1800000870000 } from './1800000870000-family-changes.js';
import { PaymentRepair1800000890000 } from './1800000890000-payment-repair.js';
import { PapersByHash1800000900000 } from './1800000900000-papers-by-hash.js';
import { SecondFactor1800000910000 } from './1800000910000-second-factor.js';
import { ReissuedStays1800000920000 } from './1800000920000-reissued-stays.js';
import { FamilyDoubts1800000930000 } from './1800000930000-family-doubts.js';
import { CheckLists1800000940000 } from './1800000940000-check-lists.js';
import { SignedReentry1800000945000 } from './1800000945000-signed-reentry.js';
import { FindingRules1800000950000 } from './1800000950000-finding-rules.js';
import { CasesClose1800000951000 } from './1800000951000-cases-close.js';
import { CaseRequests1800000952000 } from './1800000952000-case-requests.js';
import { CaseSanctions1800000953000 } from './1800000953000-case-sanctions.js';
import { PolicyChanges1800000970000 } from './1800000970000-policy-changes.js';
import { ServiceAreas1800000980000 } from './1800000980000-service-areas.js';
import { CaseMeasures1800000990000 } from './1800000990000-case-measures.js';
import { AssignmentLetters1800000991000 } from './1800000991000-assignment-letters.js';
import { FieldPhones1800000995000 } from './1800000995000-field-phones.js';
import { PostChannel1800001000000 } from './1800001000000-post-channel.js';
import { StipendStatements1800001010000 } from './1800001010000-stipend-statements.js';
import { Complaints1800002000000 } from './1800002000000-complaints.js';
import { ExchangedFiles1800004000000 } from './1800004000000-exchanged-files.js';
import { AccountResets1800005000000 } from './1800005000000-account-resets.js';
import { Passkeys1800005100000 } from './1800005100000-passkeys.js';
import { SpotChecks1800006000000 } from './1800006000000-spot-checks.js';
import { CityPostings1800007000000 } from './1800007000000-city-postings.js';
import { SpotCheckReminders1800008000000 } from './1800008000000-spot-check-reminders.js';
import { ComplaintDeeds1800009000000 } from './1800009000000-complaint-deeds.js';
import { OfficerIdentities1800009100000 } from './1800009100000-officer-identities.js';
import { Alerts1800009200000 } from './1800009200000-alerts.js';
import { Outreach1801000000000 } from './1801000000000-outreach.js';
import { Cards1802000000000 } from './1802000000000-cards.js';
import { TerritoryOutlines1803000000000 } from './1803000000000-territory-outlines.js';
import { Webhooks1804000000000 } from './1804000000000-webhooks.js';
import { QuotaChanges1805000000000 } from './1805000000000-quota-changes.js';
import { UnusedInARow1805000100000 } from './1805000100000-unused-in-a-row.js';

/** In order; a landed migration is never edited, only followed by another. */
export const MIGRATIONS = [
  Baseline1800000000000,
  LedgerOfParts1800000100000,
  BankAnswers1800000200000,
  CaseMoney1800000300000,
  OnePaymentAMonth1800000400000,
  DocumentNumbers1800000450000,
  DemoOfficers1800000500000,
  Attempts1800000510000,
  Sessions1800000520000,
  ConfirmedPosts1800000530000,
  RosterImport1800000600000,
  MoreRecords1800000700000,
  AuditSeals1800000710000,
  AuditFilters1800000720000,
  EndedByTwo1800000730000,
  Budget1800000800000,
  TreasuryDeposits1800000810000,
  Families1800000850000,
  FamilyNames1800000860000,
  FamilyChanges1800000870000,
  PaymentRepair1800000890000,
  PapersByHash1800000900000,
  SecondFactor1800000910000,
  ReissuedStays1800000920000,
  FamilyDoubts1800000930000,
  CheckLists1800000940000,
  SignedReentry1800000945000,
  FindingRules1800000950000,
  CasesClose1800000951000,
  CaseRequests1800000952000,
  CaseSanctions1800000953000,
  PolicyChanges1800000970000,
  ServiceAreas1800000980000,
  CaseMeasures1800000990000,
  AssignmentLetters1800000991000,
  FieldPhones1800000995000,
  PostChannel1800001000000,
  StipendStatements1800001010000,
  Complaints1800002000000,
  ExchangedFiles1800004000000,
  AccountResets1800005000000,
  Passkeys1800005100000,
  SpotChecks1800006000000,
  CityPostings1800007000000,
  SpotCheckReminders1800008000000,
  ComplaintDeeds1800009000000,
  OfficerIdentities1800009100000,
  Alerts1800009200000,
  Outreach1801000000000,
  Cards1802000000000,
  TerritoryOutlines1803000000000,
  Webhooks1804000000000,
  QuotaChanges1805000000000,
  UnusedInARow1805000100000,
];
