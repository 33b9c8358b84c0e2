namespace Retort.Migrations;

/// <summary>Where .NET keeps what <c>dotnet user-secrets set</c> stores for a project: outside of it, in the home of the user.</summary>
internal static class UserSecrets
{
    /// <summary>The file of the project in a folder; null where no project there has a <c>UserSecretsId</c>.</summary>
    /// <param name="folder">The folder of the project file.</param>
    /// <param name="variable">Gives environment variables.</param>
    public static string? PathFor(string folder, Func<string, string?> variable) =>
        Directory.Exists(folder)
        && ProjectFile.In(folder).Select(path => ProjectFile.Read(path).UserSecretsId).OfType<string>().FirstOrDefault()
            is { } id
            ? Path.Combine(Root(variable), id, "secrets.json")
            : null;

    /// <summary>As Microsoft.Extensions.Configuration.UserSecrets has it.</summary>
    private static string Root(Func<string, string?> variable) =>
        variable("APPDATA") is { Length: > 0 } appData
            ? Path.Combine(appData, "Microsoft", "UserSecrets")
            : Path.Combine(
                variable("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
                ".microsoft",
                "usersecrets"
            );
}
