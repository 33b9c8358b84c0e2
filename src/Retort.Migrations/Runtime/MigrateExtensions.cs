namespace Retort.Migrations;

/// <summary>Migrations from inside an application.</summary>
public static class MigrateExtensions
{
    extension(Engine engine)
    {
        /// <summary>
        /// Brings the database to a target with the revisions that are compiled into the application. Any number of servers may call
        /// this at their start: one does the work, the others wait for it.
        /// </summary>
        /// <param name="target">As the tool takes it; all heads by itself.</param>
        /// <param name="options">How revisions are run; what the project's <see cref="MigrationEnvironment"/> says goes first.</param>
        /// <param name="cancellationToken">Ends the run; nothing remains of the revision that is running.</param>
        /// <exception cref="MigrationException">No revision is known here, or somebody else changed the version rows meanwhile.</exception>
        /// <exception cref="MigrationFailedException">A revision failed; nothing of it remains.</exception>
        /// <exception cref="LockTimeoutException">Somebody else kept the lock.</exception>
        public Task<MigrationRun> MigrateAsync(
            string target = "heads",
            MigrationOptions? options = null,
            CancellationToken cancellationToken = default
        )
        {
            options ??= new();
            var revisions = RevisionSet.Registered(options.Section);
            if (revisions.Compiled.Count == 0)
                throw MigrationException.NoRevisions(options.Section);
            var chosen = options.With(RevisionRegistry.CreateEnvironment(options.Section, options.Arguments));
            if (chosen.Progress is null && engine.Options.LoggerFactory is { } loggers)
                chosen = chosen with { Progress = new MigrationLog(loggers) };
            return new MigrationRunner(engine, revisions, chosen).UpgradeAsync([target], cancellationToken);
        }
    }
}
