import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import { z } from 'zod';
import type { Config } from '#config';
import {
  FamilyPage,
  FamilyQuery,
  ImportRoster,
  NewVerdicts,
  Person,
  RecordVerdicts,
  Reveal,
  Roster,
  RosterChanges,
  RosterChangesQuery,
  RosterFile,
  ReportOfFile,
  RosterReader,
  RosterReport,
  RosterVersionList,
  VerdictsSaved,
  VersionReader,
  type CommandContext,
  type SignedIn,
} from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { CONFIG } from '#application';
import { RequirePower } from '../shared/power.decorator.js';
import { type AmanahRequest, Command, CurrentActor } from '../shared/request-context.js';
import { ROSTER_FILE, withUpload } from '../shared/upload.js';

const RowId = z.string().regex(/^\d+$/);

@Controller()
export class RostersController {
  constructor(
    private readonly rosters: RosterReader,
    private readonly imports: ImportRoster,
    private readonly verdicts: RecordVerdicts,
    private readonly versions: VersionReader,
    private readonly reports: ReportOfFile,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Uploads a BNBA file into the roster of an open task. Answers when every row is judged; a repeat finds the first. */
  @Post('tasks/:taskId/roster-files')
  @HttpCode(200)
  @RequirePower('task:act')
  @ApiConsumes('multipart/form-data')
  @Answers(RosterFile)
  async uploadRoster(
    @CurrentActor() actor: SignedIn,
    @Param('taskId', { schema: z.uuid() }) taskId: string,
    @Req() request: AmanahRequest,
  ): Promise<z.infer<typeof RosterFile>> {
    const task = await this.rosters.demandTask(actor, taskId, ['roster.submit']);
    const fileId = await withUpload(request, this.config.exchangeDir, ROSTER_FILE, (file) =>
      this.imports.importRoster(actor, task, file),
    );
    return this.rosters.file(fileId, request.language ?? 'id');
  }

  /** Uploads the Dukcapil match result for the roster of an open task. */
  @Post('tasks/:taskId/identity-files')
  @HttpCode(200)
  @RequirePower('task:act')
  @ApiConsumes('multipart/form-data')
  @Answers(RosterFile)
  async uploadIdentity(
    @CurrentActor() actor: SignedIn,
    @Param('taskId', { schema: z.uuid() }) taskId: string,
    @Req() request: AmanahRequest,
  ): Promise<z.infer<typeof RosterFile>> {
    const task = await this.rosters.demandTask(actor, taskId, ['identity.submit']);
    const fileId = await withUpload(request, this.config.exchangeDir, ROSTER_FILE, (file) =>
      this.imports.importIdentity(actor, task, file),
    );
    return this.rosters.file(fileId, request.language ?? 'id');
  }

  /** Takes a file and its rows back out of a roster that has not been submitted. */
  @Post('tasks/:taskId/roster-files/:fileId/remove')
  @HttpCode(204)
  @RequirePower('task:act')
  @IsCommand()
  async removeFile(
    @Command() context: CommandContext,
    @Param('taskId', { schema: z.uuid() }) taskId: string,
    @Param('fileId', { schema: z.uuid() }) fileId: string,
  ): Promise<void> {
    const task = await this.rosters.demandTask(context.actor, taskId, ['roster.submit']);
    await this.imports.remove(context, task, fileId);
  }

  @Get('rosters/:rosterId')
  @RequirePower('roster:read')
  @Answers(Roster)
  async find(
    @CurrentActor() actor: SignedIn,
    @Param('rosterId', { schema: z.uuid() }) rosterId: string,
    @Req() request: AmanahRequest,
  ): Promise<z.infer<typeof Roster>> {
    return this.rosters.find(actor, rosterId, request.language ?? 'id');
  }

  @Get('rosters/:rosterId/families')
  @RequirePower('roster:read')
  @Answers(FamilyPage)
  async families(
    @CurrentActor() actor: SignedIn,
    @Param('rosterId', { schema: z.uuid() }) rosterId: string,
    @Query({ schema: FamilyQuery }) query: FamilyQuery,
    @Req() request: AmanahRequest,
  ): Promise<z.infer<typeof FamilyPage>> {
    return this.rosters.families(actor, rosterId, query, request.language ?? 'id');
  }

  /** What was found in a file that was loaded, as `amanah roster check` says it. */
  @Get('roster-files/:fileId/report')
  @RequirePower('roster:read')
  @Answers(RosterReport)
  async report(
    @CurrentActor() actor: SignedIn,
    @Param('fileId', { schema: z.uuid() }) fileId: string,
    @Req() request: AmanahRequest,
  ): Promise<z.infer<typeof RosterReport>> {
    return this.reports.read(actor, fileId, request.language ?? 'id');
  }

  /** All versions of the same list, the newest first. */
  @Get('rosters/:rosterId/versions')
  @RequirePower('roster:read')
  @Answers(RosterVersionList)
  async versionList(
    @CurrentActor() actor: SignedIn,
    @Param('rosterId', { schema: z.uuid() }) rosterId: string,
  ): Promise<z.infer<typeof RosterVersionList>> {
    return this.versions.list(actor, rosterId);
  }

  /** Families that were added, removed or changed since another version of the list. */
  @Get('rosters/:rosterId/changes')
  @RequirePower('roster:read')
  @Answers(RosterChanges)
  async changes(
    @CurrentActor() actor: SignedIn,
    @Param('rosterId', { schema: z.uuid() }) rosterId: string,
    @Query({ schema: RosterChangesQuery }) query: RosterChangesQuery,
  ): Promise<z.infer<typeof RosterChanges>> {
    return this.versions.changes(actor, rosterId, query);
  }

  @Post('tasks/:taskId/verdicts')
  @HttpCode(200)
  @RequirePower('task:act')
  @IsCommand()
  @Answers(VerdictsSaved)
  async saveVerdicts(
    @Command() context: CommandContext,
    @Param('taskId', { schema: z.uuid() }) taskId: string,
    @Body({ schema: NewVerdicts }) command: NewVerdicts,
  ): Promise<z.infer<typeof VerdictsSaved>> {
    return this.verdicts.save(context, taskId, command);
  }

  @Post('families/:rowId/reveal')
  @HttpCode(200)
  @RequirePower('person:reveal')
  @Answers(Person)
  async reveal(
    @CurrentActor() actor: SignedIn,
    @Param('rowId', { schema: RowId }) rowId: string,
    @Body({ schema: Reveal }) command: Reveal,
    @Req() request: AmanahRequest,
  ): Promise<z.infer<typeof Person>> {
    return this.rosters.reveal(actor, rowId, command.purpose, request.id);
  }
}
