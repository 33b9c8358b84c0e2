namespace Retort.Migrations;

/// <summary>Calls the environment back as if that were code of the revision.</summary>
internal static class VersionCallback
{
    /// <summary>Tells a change of version rows; without an environment nobody.</summary>
    /// <exception cref="MigrationException">The environment threw, or began or ended a transaction.</exception>
    public static async ValueTask RunAsync(
        MigrationContext context,
        VersionApplied applied,
        CancellationToken cancellationToken
    )
    {
        if (context.Options.Environment is not { } environment)
            return;
        var told = applied with { Arguments = context.Options.Arguments, Tag = context.Options.Tag };
        var call = new CodeWork(
            (_, token) => RunAsync(environment, told, token),
            nameof(environment.OnVersionApplyAsync)
        );
        await PartWork.RunAsync(context.Connection, [call], cancellationToken).ConfigureAwait(false);
    }

    private static async Task RunAsync(
        MigrationEnvironment environment,
        VersionApplied applied,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await environment.OnVersionApplyAsync(applied, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw MigrationException.CallbackThrew(error);
        }
    }
}
