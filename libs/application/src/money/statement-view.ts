import type { z } from 'zod';
import type { ConservationStatement, Measure as DomainMeasure } from '#domain';
import type { Measure, Statement } from '../periods/periods.schemas.js';

const measure = ({ families, amountRupiah }: DomainMeasure): z.infer<typeof Measure> => ({
  families,
  amountRupiah: amountRupiah.toString(),
});

/** The statement on the wire: money as decimal strings. */
export function viewStatement(statement: ConservationStatement): z.infer<typeof Statement> {
  return {
    allocated: measure(statement.allocated),
    transacted: measure(statement.transacted),
    notTransacted: measure(statement.notTransacted),
    pending: measure(statement.pending),
    failed: measure(statement.failed),
    unreconciled: measure(statement.unreconciled),
    unallocated: measure(statement.unallocated),
    credited: measure(statement.credited),
    withdrawn: measure(statement.withdrawn),
    held: measure(statement.held),
    returned: measure(statement.returned),
    firstDifferenceRupiah: statement.firstDifferenceRupiah.toString(),
    firstDifferenceFamilies: statement.firstDifferenceFamilies,
    secondDifferenceRupiah: statement.secondDifferenceRupiah.toString(),
    secondDifferenceFamilies: statement.secondDifferenceFamilies,
    ledgerDifferences: statement.ledgerDifferences.map(({ state, ...of }) => ({ state, ...measure(of) })),
  };
}
