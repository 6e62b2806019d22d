import { Controller, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import { CONFIG, ImportQuery, RegionImportAnswer, RegionLists, type SignedIn } from '#application';
import type { Config } from '#config';
import { Answers } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { type AmanahRequest, CurrentActor } from '../shared/request-context.js';
import { REGION_LIST, withUpload } from '../shared/upload.js';

/** Lists of provinces, cities, kecamatan, kelurahan and desa. */
@Controller('operations')
export class RegionsController {
  constructor(
    private readonly lists: RegionLists,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** With `check` it says what a list would do and keeps nothing; without, it does it, if the file is the one checked. */
  @Post('regions')
  @HttpCode(200)
  @RequirePower('operations:act')
  @ApiConsumes('multipart/form-data')
  @Answers(RegionImportAnswer)
  async importRegions(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: ImportQuery }) { check, sha256 }: ImportQuery,
    @Req() request: AmanahRequest,
  ): Promise<RegionImportAnswer> {
    const importer = { actor, language: request.language ?? 'id', requestId: request.id };
    return withUpload(request, this.config.exchangeDir, REGION_LIST, (file) =>
      check === 'true' ? this.lists.check(importer, file) : this.lists.apply(importer, file, sha256),
    );
  }
}
