import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  EndAppointment,
  EndedAppointment,
  ExtendActing,
  Made,
  NewAppointment,
  NewOffice,
  NewOfficer,
  OfficePage,
  OfficeQuery,
  OfficerDetail,
  OfficerPage,
  OfficerQuery,
  OfficerRegister,
  OrganisationReader,
  type CommandContext,
  type SignedIn,
} from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command, CurrentActor } from '../shared/request-context.js';

const Id = { schema: z.uuid() };

/** Offices, officers, and the dated appointments that join them. */
@Controller('organisation')
export class OrganisationController {
  constructor(
    private readonly organisation: OrganisationReader,
    private readonly register: OfficerRegister,
  ) {}

  @Get('offices')
  @RequirePower('organisation:read')
  @Answers(OfficePage)
  async offices(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: OfficeQuery }) query: OfficeQuery,
  ): Promise<z.infer<typeof OfficePage>> {
    return this.organisation.offices(actor, query);
  }

  @Post('offices')
  @RequirePower('organisation:write')
  @IsCommand()
  @Answers(Made, 201)
  async addOffice(
    @Command() context: CommandContext,
    @Body({ schema: NewOffice }) command: NewOffice,
  ): Promise<z.infer<typeof Made>> {
    return this.register.addOffice(context, command);
  }

  @Get('officers')
  @RequirePower('organisation:read')
  @Answers(OfficerPage)
  async officers(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: OfficerQuery }) query: OfficerQuery,
  ): Promise<z.infer<typeof OfficerPage>> {
    return this.organisation.officers(actor, query);
  }

  @Get('officers/:officerId')
  @RequirePower('organisation:read')
  @Answers(OfficerDetail)
  async officer(@CurrentActor() actor: SignedIn, @Param('officerId', Id) officerId: string): Promise<OfficerDetail> {
    return this.organisation.officer(actor, officerId);
  }

  @Post('officers')
  @RequirePower('organisation:write')
  @IsCommand()
  @Answers(Made, 201)
  async addOfficer(
    @Command() context: CommandContext,
    @Body({ schema: NewOfficer }) command: NewOfficer,
  ): Promise<z.infer<typeof Made>> {
    return this.register.addOfficer(context, command);
  }

  /** Appoints, also to stand in (Plt, Plh). */
  @Post('officers/:officerId/appointments')
  @RequirePower('organisation:write')
  @IsCommand()
  @Answers(Made, 201)
  async appoint(
    @Command() context: CommandContext,
    @Param('officerId', Id) officerId: string,
    @Body({ schema: NewAppointment }) command: NewAppointment,
  ): Promise<z.infer<typeof Made>> {
    return this.register.appoint(context, officerId, command);
  }

  @Post('appointments/:appointmentId/end')
  @HttpCode(200)
  @RequirePower('organisation:write')
  @IsCommand()
  @Answers(EndedAppointment)
  async end(
    @Command() context: CommandContext,
    @Param('appointmentId', Id) appointmentId: string,
    @Body({ schema: EndAppointment }) command: EndAppointment,
  ): Promise<z.infer<typeof EndedAppointment>> {
    return this.register.end(context, appointmentId, command);
  }

  @Post('appointments/:appointmentId/extend')
  @HttpCode(204)
  @RequirePower('organisation:write')
  @IsCommand()
  async extend(
    @Command() context: CommandContext,
    @Param('appointmentId', Id) appointmentId: string,
    @Body({ schema: ExtendActing }) command: ExtendActing,
  ): Promise<void> {
    await this.register.extend(context, appointmentId, command);
  }
}
