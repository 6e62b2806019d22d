import { Injectable } from '@nestjs/common';
import { SealAudit } from '#application';

/** The seals of the audit trail. */
@Injectable()
export class AuditActivities {
  constructor(private readonly seals: SealAudit) {}

  /** Seals what nobody has sealed; a repeat goes on behind the last seal. Answers with the next quarter of an hour. */
  async sealAudit(): Promise<{ dueAt: string } | undefined> {
    return this.seals.look();
  }
}
