import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A task goes from one state to another only as TASK_LIFE says, and names the event by which it does. */
export class TaskMoves1700000000080 implements MigrationInterface {
  name = 'TaskMoves1700000000080';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE task ADD last_event text');
    await queryRunner.query(`
      CREATE FUNCTION check_task_move() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (coalesce(NEW.last_event, ''), OLD.state, NEW.state) NOT IN (VALUES
        ('claim', 'created', 'reserved'), ('claim', 'ready', 'reserved'), ('claim', 'in_progress', 'reserved'),
        ('release', 'reserved', 'ready'), ('release', 'in_progress', 'ready'), ('release', 'in_progress', 'reserved'),
        ('start', 'created', 'in_progress'), ('start', 'ready', 'in_progress'), ('start', 'reserved', 'in_progress'),
        ('stop', 'in_progress', 'reserved'),
        ('suspend', 'created', 'suspended'), ('suspend', 'ready', 'suspended'), ('suspend', 'reserved', 'suspended'), ('suspend', 'in_progress', 'suspended'),
        ('resume', 'suspended', 'created'), ('resume', 'suspended', 'ready'), ('resume', 'suspended', 'reserved'), ('resume', 'suspended', 'in_progress'),
        ('delegate', 'in_progress', 'reserved'),
        ('forward', 'created', 'ready'), ('forward', 'reserved', 'ready'), ('forward', 'in_progress', 'ready'),
        ('nominate', 'created', 'reserved'), ('nominate', 'ready', 'reserved'),
        ('skip', 'created', 'obsolete'), ('skip', 'ready', 'obsolete'), ('skip', 'reserved', 'obsolete'), ('skip', 'in_progress', 'obsolete'),
        ('fail', 'reserved', 'failed'), ('fail', 'in_progress', 'failed'),
        ('decide', 'created', 'completed'), ('decide', 'ready', 'completed'), ('decide', 'reserved', 'completed'), ('decide', 'in_progress', 'completed'),
        ('vote', 'created', 'ready'), ('vote', 'reserved', 'ready'), ('vote', 'in_progress', 'ready'),
        ('return-to-principal', 'in_progress', 'reserved'),
        ('return-to-grantor', 'created', 'ready'), ('return-to-grantor', 'reserved', 'ready'), ('return-to-grantor', 'in_progress', 'ready'), ('return-to-grantor', 'suspended', 'ready'),
        ('restore-to-grantee', 'created', 'ready'), ('restore-to-grantee', 'reserved', 'ready'), ('restore-to-grantee', 'in_progress', 'ready'), ('restore-to-grantee', 'suspended', 'ready'),
        ('exit', 'created', 'exited'), ('exit', 'ready', 'exited'), ('exit', 'reserved', 'exited'), ('exit', 'in_progress', 'exited'), ('exit', 'suspended', 'exited')
        ) THEN
          RAISE EXCEPTION 'a task does not go from % to % by %', OLD.state, NEW.state, coalesce(NEW.last_event, 'nothing')
            USING ERRCODE = 'check_violation', CONSTRAINT = 'task_moves';
        END IF;
        RETURN NEW;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER task_moves BEFORE UPDATE OF state ON task
      FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION check_task_move()`);
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('migrations go forward only'));
  }
}
