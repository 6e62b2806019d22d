/** SQL: in which chain the tasks of a case `c` stand; each round has its own. */
export const CHAIN_OF_CASE = `'case:' || c.id || ':' || c.round`;

/** Continues `from follow_up_case c`: the decision `d` with which a case of the desk $1 was decided in its round. */
export const DECISION_OF_CASE = `
  join task t on t.workflow_id = $1 and t.subject_type = 'case' and t.subject_id = c.id::text
   and t.kind = 'follow-up.decide' and t.state = 'completed' and t.chain_key = ${CHAIN_OF_CASE}
  join task_decision d on d.task_id = t.id and d.outcome = 'approved'`;
