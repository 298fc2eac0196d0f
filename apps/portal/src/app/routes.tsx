import type { ComponentType } from 'react';
import { createBrowserRouter, Outlet, type RouteObject, ScrollRestoration } from 'react-router';
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

function routeOf({ path, needs, load }: Page): RouteObject {
  return {
    path,
    errorElement: <BrokenPage />,
    lazy: async () => {
      const Loaded: ComponentType = await load();
      const Guarded = () => (
        <Gate needs={needs ?? 'signed-in'}>
          <Loaded />
        </Gate>
      );
      return { Component: needs ? Guarded : Loaded };
    },
  };
}

/** All addresses. The desk is one lazy branch: a phone that signs up never loads it. */
export function createRoutes() {
  return createBrowserRouter([
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
  ]);
}
