# syntax=docker/dockerfile:1
# What is built, and what runs: the second image has no compiler, no npm and no source.
FROM node:24.21.0-trixie-slim AS build
WORKDIR /tavolo
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
# Optional packages are Node, which the image has, and the compiler of PDF, which it needs.
RUN npm run build && npm prune --omit=dev --ignore-scripts && rm -rf node_modules/node-linux-*

FROM node:24.21.0-trixie-slim
ENV NODE_ENV=production \
    TAVOLO_DATA=/data
WORKDIR /tavolo
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /opt/yarn* \
 && install --directory --owner=node --group=node --mode=0700 /data
COPY --from=build /tavolo/node_modules node_modules
COPY --from=build /tavolo/dist dist
COPY --from=build /tavolo/apps/cli/bin apps/cli/bin
COPY --from=build /tavolo/policies policies
COPY --from=build /tavolo/proto proto
COPY --from=build /tavolo/templates templates
COPY --from=build /tavolo/examples examples
COPY --from=build /tavolo/package.json /tavolo/LICENSE ./
# By its number, so that Kubernetes can see that it is not root. Only /data is written.
USER 1000:1000
VOLUME /data
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4000/health/ready').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--enable-source-maps"]
CMD ["dist/apps/api/src/main.js"]
