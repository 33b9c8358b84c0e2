using System.Runtime.InteropServices;

namespace Retort.Tool;

/// <summary>Native libraries in the output folder of a project.</summary>
internal static class NativeLibraries
{
    private static readonly string[] Prefixes = OperatingSystem.IsWindows() ? [""] : ["lib", ""];

    private static readonly string Extension =
        OperatingSystem.IsWindows() ? ".dll"
        : OperatingSystem.IsMacOS() ? ".dylib"
        : ".so";

    /// <summary>The file of a library; null where there is none.</summary>
    public static string? Find(string folder, string name) => Candidates(folder, name).FirstOrDefault(File.Exists);

    /// <summary>Builds for one platform put them beside the assembly, builds for all into <c>runtimes</c>.</summary>
    private static IEnumerable<string> Candidates(string folder, string name)
    {
        foreach (var directory in new[] { folder, Path.Combine(folder, "runtimes", Platform, "native") })
        foreach (var prefix in Prefixes)
        foreach (var extension in new[] { Extension, "" })
            yield return Path.Combine(directory, prefix + name + extension);
    }

    /// <summary>The portable runtime identifier, such as <c>linux-x64</c>.</summary>
    private static string Platform =>
        $"{OperatingSystemName}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    private static string OperatingSystemName =>
        OperatingSystem.IsWindows() ? "win"
        : OperatingSystem.IsMacOS() ? "osx"
        : RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? "linux-musl"
        : "linux";
}
