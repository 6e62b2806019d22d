import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  ApprovalPolicies,
  ApprovalPolicy,
  ApprovalPolicyService,
  Approvers,
  ApproversQuery,
  Ending,
  SaveApprovalPolicy,
  type CommandContext,
  type SignedIn,
} from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command, CurrentActor } from '../shared/request-context.js';

/** Whose approvals kinds of tasks need. */
@Controller('approval-policies')
export class ApprovalsController {
  constructor(private readonly approvals: ApprovalPolicyService) {}

  @Get()
  @RequirePower('mandate:read')
  @Answers(ApprovalPolicies)
  async list(@CurrentActor() actor: SignedIn): Promise<ApprovalPolicies> {
    return this.approvals.list(actor);
  }

  /** Who holds an office for a territory today: whom a policy may require by name. */
  @Get('officers')
  @RequirePower('approval:write')
  @Answers(Approvers)
  async officers(@Query({ schema: ApproversQuery }) query: ApproversQuery): Promise<z.infer<typeof Approvers>> {
    return this.approvals.officers(query);
  }

  @Post()
  @RequirePower('approval:write')
  @IsCommand()
  @Answers(ApprovalPolicy, 201)
  async save(
    @Command() context: CommandContext,
    @Body({ schema: SaveApprovalPolicy }) command: SaveApprovalPolicy,
  ): Promise<ApprovalPolicy> {
    return this.approvals.save(context, command);
  }

  /** The first officer proposes the end, another ends it; ending it again changes nothing. Throws END_SECOND_OFFICER. */
  @Post(':policyId/end')
  @HttpCode(200)
  @RequirePower('approval:end')
  @IsCommand()
  @Answers(Ending)
  async end(
    @Command() context: CommandContext,
    @Param('policyId', { schema: z.uuid() }) policyId: string,
  ): Promise<Ending> {
    return this.approvals.end(context, policyId);
  }
}
