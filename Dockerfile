# Attune in a container; docs/running.md says how to run it. It holds exactly what is locked, by
# scripts/install, and one library of Debian.

FROM python:3.13-slim-bookworm AS build
WORKDIR /state
WORKDIR /source
COPY CHANGELOG.md LICENSE README.md pyproject.toml requirements.lock ./
COPY scripts/bootstrap scripts/install scripts/
COPY knowledge knowledge
COPY bot bot
RUN ./scripts/install /opt/attune

FROM python:3.13-slim-bookworm
# Pillow loads FriBiDi when it draws Hebrew or Arabic, and its wheel does not bring it along.
RUN apt-get update && apt-get install --yes --no-install-recommends libfribidi0 && rm -r /var/lib/apt/lists
COPY --from=build /opt/attune /opt/attune
# Empty, and open to this user, as is a new volume that is mounted there.
COPY --from=build --chown=10001:10001 /state /state
ENV PATH=/opt/attune/bin:$PATH \
    STATE_DIR=/state \
    HEALTH_PORT=8080
WORKDIR /state
USER 10001:10001
HEALTHCHECK --interval=30s --timeout=10s --start-period=2m CMD ["attune", "health"]
ENTRYPOINT ["attune"]
CMD ["run"]
