import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { LanguageProvider } from "./i18n/language.tsx";
import { ClockProvider } from "./i18n/use-formats.tsx";
import { createQueryClient } from "./query-client.ts";
import { createPageRouter } from "./router.tsx";

const queryClient = createQueryClient(() => {
  const { pathname, href } = router.state.location;
  if (pathname === "/sign-in") return;
  void router.navigate({ to: "/sign-in", search: { return: href } });
  queryClient.clear();
});
const router = createPageRouter(queryClient);

/** The pages, with what they all need. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <LanguageProvider>
        <ClockProvider>
          <RouterProvider router={router} />
        </ClockProvider>
      </LanguageProvider>
    </QueryClientProvider>
  );
}
