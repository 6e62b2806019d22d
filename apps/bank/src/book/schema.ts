/** The bank's books. Amounts are whole rupiah; dates ISO; a `status` is what the bank will finally say. */
const BOOKS = `
CREATE TABLE IF NOT EXISTS arrival (key TEXT PRIMARY KEY) STRICT;

CREATE TABLE IF NOT EXISTS payment_order (
  message_id TEXT PRIMARY KEY,
  execution_date TEXT NOT NULL,
  count INTEGER NOT NULL,
  sum_rupiah INTEGER NOT NULL,
  accepted_at TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS instruction (
  id INTEGER PRIMARY KEY,
  message_id TEXT NOT NULL REFERENCES payment_order,
  end_to_end_id TEXT NOT NULL,
  account_number TEXT NOT NULL,
  amount_rupiah INTEGER NOT NULL,
  fate REAL NOT NULL,
  habit REAL NOT NULL,
  timing REAL NOT NULL,
  status TEXT NOT NULL DEFAULT 'ACSC',
  reason TEXT,
  first_report TEXT NOT NULL DEFAULT 'FINAL' CHECK (first_report IN ('FINAL', 'PENDING', 'ABSENT')),
  transacted_on TEXT,
  returned_by TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS instruction_of_order ON instruction (message_id, status);
-- What was paid once is never paid again, whatever file asks for it; what was rejected may be tried again.
CREATE UNIQUE INDEX IF NOT EXISTS instruction_paid_once ON instruction (end_to_end_id) WHERE status <> 'RJCT';

CREATE TABLE IF NOT EXISTS money_return (
  return_id TEXT PRIMARY KEY,
  instructed_on TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS money_return_row (
  return_id TEXT NOT NULL REFERENCES money_return,
  position INTEGER NOT NULL,
  end_to_end_id TEXT NOT NULL,
  outcome TEXT NOT NULL,
  debited_rupiah INTEGER NOT NULL,
  PRIMARY KEY (return_id, position)
) STRICT;

CREATE TABLE IF NOT EXISTS job (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  done_at INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS job_open ON job (due_at) WHERE done_at IS NULL;
`;

/** An order has blocks, each with its own day and account; the sum of its bytes tells the same file from another. */
const BLOCKS = `
CREATE TABLE payment_block (
  message_id TEXT NOT NULL REFERENCES payment_order,
  position INTEGER NOT NULL,
  payment_information_id TEXT NOT NULL,
  execution_date TEXT NOT NULL,
  debtor_account TEXT NOT NULL,
  PRIMARY KEY (message_id, position)
) STRICT;
INSERT INTO payment_block SELECT message_id, 1, message_id, execution_date, '' FROM payment_order;
ALTER TABLE payment_order DROP COLUMN execution_date;
ALTER TABLE payment_order ADD COLUMN sha256 TEXT;
ALTER TABLE instruction ADD COLUMN block INTEGER NOT NULL DEFAULT 1;
-- A national clearing code or a BIC; blank when the order names no bank.
ALTER TABLE instruction ADD COLUMN bank_code TEXT NOT NULL DEFAULT '';
`;

/** What goes wrong on purpose, by a scenario. */
const FAULTS = `
ALTER TABLE instruction ADD COLUMN fault TEXT;
-- The amount that the status report states, where it is not the ordered one.
ALTER TABLE instruction ADD COLUMN stated_rupiah INTEGER;
-- How often an order was refused as a whole; its later reports are numbered on from there.
CREATE TABLE whole_refusal (message_id TEXT PRIMARY KEY, times INTEGER NOT NULL) STRICT;
`;

/** Money that is held for a person who calls, instead of being booked to an account; its account number is blank. */
const HELD = `ALTER TABLE instruction ADD COLUMN held INTEGER NOT NULL DEFAULT 0;`;

/** Books that were opened before are brought up by the steps they have not had. A step, once published, stays. */
export const STEPS: readonly string[] = [BOOKS, BLOCKS, FAULTS, HELD];
