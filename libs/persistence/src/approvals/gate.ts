/** The task by which a workflow knows this one: itself, or the gate of the approval it is a part of. `id` is SQL. */
export const gateOf = (id: string): string => `coalesce((
  select g.id from task o join approval_request r on r.id = o.approval_request_id
    join task g on g.workflow_id = r.workflow_id and g.step_key = r.step_key
   where o.id = ${id}), ${id})`;

/** The condition that a task `t` is this one, or another office's part of the same approval. `id` is SQL. */
export const isWithGate = (t: string, id: string): string =>
  `(${t}.id = ${id} or ${t}.approval_request_id = (select o.approval_request_id from task o where o.id = ${id}))`;
