using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Retort.Generators;

/// <summary>Finds SQL expressions that C# would evaluate: what type-checks and can only be a mistake.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StatementAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Diagnostics.OfStatements];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(Names.Expr) is null)
                return;
            start.RegisterOperationAction(Condition, OperationKind.Unary);
            start.RegisterOperationAction(Interpolation, OperationKind.Interpolation);
            start.RegisterOperationAction(Concatenation, OperationKind.Binary);
            start.RegisterOperationAction(Pattern, OperationKind.IsPattern);
            start.RegisterOperationAction(Set, OperationKind.Invocation);
        });
    }

    /// <summary><c>if (h.Age > 30)</c>, <c>h.Age > 30 ? a : b</c>: the compiler calls <c>operator true</c>.</summary>
    private static void Condition(OperationAnalysisContext context)
    {
        var operation = (IUnaryOperation)context.Operation;
        if (operation.OperatorKind is UnaryOperatorKind.True && IsSql(operation.Operand))
            Report(context, Diagnostics.SqlAsCondition, operation.Operand);
    }

    /// <summary><c>$"{h.Name}"</c> where the string is a string; a handler of raw SQL takes expressions.</summary>
    private static void Interpolation(OperationAnalysisContext context)
    {
        var expression = ((IInterpolationOperation)context.Operation).Expression;
        if (IsSql(expression) && context.Operation.Parent?.Type?.SpecialType is SpecialType.System_String)
            Report(context, Diagnostics.SqlInString, expression);
    }

    /// <summary><c>h.Name + " "</c> where no operator of Retort took it: a string of C#.</summary>
    private static void Concatenation(OperationAnalysisContext context)
    {
        var operation = (IBinaryOperation)context.Operation;
        if (operation is not { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String })
            return;
        foreach (var operand in new[] { operation.LeftOperand, operation.RightOperand })
            if (IsSql(operand))
                Report(context, Diagnostics.SqlInString, operand);
    }

    /// <summary><c>h.Age is null</c>.</summary>
    private static void Pattern(OperationAnalysisContext context)
    {
        var value = ((IIsPatternOperation)context.Operation).Value;
        if (IsSql(value))
            Report(context, Diagnostics.SqlInPattern, value);
    }

    /// <summary>A property of generated columns, or a column by its name.</summary>
    private static bool IsColumn(IOperation value) =>
        value
            is IPropertyReferenceOperation
                or IInvocationOperation { TargetMethod: { Name: "Column", ContainingType.Name: "TableColumns" } };

    /// <summary><c>Set(h => h.Age + 1, 3)</c>.</summary>
    private static void Set(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call is not { TargetMethod.Name: "Set", Arguments: [var first, ..] } || !IsRetort(call.TargetMethod))
            return;
        if (Returned(first.Value) is { } value && IsSql(value) && !IsColumn(Unconverted(value)))
            Report(context, Diagnostics.SetOfNoColumn, value);
    }

    /// <summary>What a lambda of one expression returns.</summary>
    private static IOperation? Returned(IOperation argument) =>
        Unconverted(argument)
            is IDelegateCreationOperation
            {
                Target: IAnonymousFunctionOperation
                {
                    Body.Operations: [IReturnOperation { ReturnedValue: { } value }, ..]
                }
            }
            ? value
            : null;

    private static bool IsRetort(IMethodSymbol method) =>
        method.ContainingType.ContainingNamespace is { Name: "Retort", ContainingNamespace.IsGlobalNamespace: true };

    private static bool IsSql(IOperation operation) => Unconverted(operation).Type.Is(Names.Expr);

    private static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
            operation = conversion.Operand;
        return operation;
    }

    private static void Report(OperationAnalysisContext context, DiagnosticDescriptor problem, IOperation where) =>
        context.ReportDiagnostic(Diagnostic.Create(problem, where.Syntax.GetLocation(), where.Syntax.ToString()));
}
