import { Module } from '@nestjs/common';
import { CatalogueController } from './catalogue.controller.js';
import { ClosePost } from './close-post.js';
import { DraftPosts } from './draft-posts.js';
import { EditPost } from './edit-post.js';
import { EveryDayClosePosts } from './every-day-close-posts.js';
import { ExportPosts } from './export-posts.js';
import { GrantExemption } from './grant-exemption.js';
import { ImportPosts } from './import-posts.js';
import { ListOpenPosts } from './list-open-posts.js';
import { ListPosts } from './list-posts.js';
import { MovePosts } from './move-posts.js';
import { OpenPosts } from './open-posts.js';
import { ExemptionsController, PostStepsController } from './post-steps.controller.js';
import { DraftPostsController, PostsController } from './posts.controller.js';
import { ReturnPosts } from './return-posts.js';
import { SeatTeachingGroup } from './seat-teaching-group.js';
import { WhenApplicationAdmitted } from './when-application-admitted.js';

@Module({
  controllers: [
    ...[CatalogueController, PostsController, DraftPostsController, PostStepsController, ExemptionsController],
    WhenApplicationAdmitted,
  ],
  providers: [
    ...[DraftPosts, EditPost, ImportPosts, ExportPosts, MovePosts, ReturnPosts, OpenPosts, ClosePost],
    ...[ListPosts, ListOpenPosts, GrantExemption, EveryDayClosePosts, SeatTeachingGroup],
  ],
})
export class PostsModule {}
