import type { ComponentType } from 'react';
import { type DataRouter, Outlet, type RouteObject, ScrollRestoration } from 'react-router';
import { SignInAgain } from '../session/SignInAgain.js';
import { Skeleton } from '../ui/states.js';
import { BeforeTheDoor } from '../waiting-room/BeforeTheDoor.js';
import { BrokenPage } from './BrokenPage.js';
import { Gate } from './Gate.js';
import { NotFoundPage } from './NotFoundPage.js';
import { PublicFrame } from './PublicFrame.js';
import type { Page } from './page.js';
import { pageGroups } from './page-groups.js';

function Root() {
  return (
    <>
      <BeforeTheDoor frame={(content) => <PublicFrame>{content}</PublicFrame>}>
        <Outlet />
        <SignInAgain />
      </BeforeTheDoor>
      <ScrollRestoration />
    </>
  );
}

function routeOf({ path, needs, load, outline }: Page): RouteObject {
  return {
    path,
    errorElement: <BrokenPage />,
    lazy: async () => {
      const [Loaded, Outline]: [ComponentType, ComponentType | undefined] = await Promise.all([load(), outline?.()]);
      const Guarded = () => (
        <Gate needs={needs ?? 'signed-in'} outline={Outline}>
          <Loaded />
        </Gate>
      );
      return { Component: needs ? Guarded : Loaded };
    },
  };
}

/** All addresses. The desk is one lazy branch: a phone that signs up never loads it. */
export function everyRoute(): RouteObject[] {
  return [
    {
      element: <Root />,
      errorElement: <BrokenPage />,
      hydrateFallbackElement: <Skeleton lines={6} />,
      children: [
        {
          element: <PublicFrame />,
          children: [
            ...pageGroups.flatMap(({ people = [] }) => people.map(routeOf)),
            { path: '*', element: <NotFoundPage /> },
          ],
        },
        {
          path: 'office',
          lazy: async () => {
            const { OfficeFrame } = await import('./OfficeFrame.js');
            return { Component: OfficeFrame };
          },
          children: [
            { index: true, lazy: async () => ({ Component: (await import('./OfficeHome.js')).OfficeHome }) },
            ...pageGroups.flatMap(({ offices = [] }) => offices.map(routeOf)),
            { path: '*', element: <NotFoundPage /> },
          ],
        },
      ],
    },
  ];
}

/** Done when the first page of a visit has come, with what it consists of. */
export function opened(router: DataRouter): Promise<void> {
  if (router.state.initialized) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = router.subscribe(({ initialized }) => {
      if (!initialized) return;
      stop();
      resolve();
    });
  });
}
