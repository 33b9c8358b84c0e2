namespace Retort.Tool;

/// <summary>The command <c>dotnet</c>.</summary>
internal static class DotnetHost
{
    /// <summary>The one that started this process, else the one whose runtime this is, else the one in PATH.</summary>
    public static string Path =>
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host
        : File.Exists(OfThisRuntime) ? OfThisRuntime
        : FileName;

    /// <summary>The runtime is in <c>shared/Microsoft.NETCore.App/VERSION</c> beside it.</summary>
    private static string OfThisRuntime =>
        System.IO.Path.GetFullPath(
            System.IO.Path.Combine(typeof(object).Assembly.Location, "..", "..", "..", "..", FileName)
        );

    private static string FileName => OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
}
